"""The import as a clerk does it with the mouse."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.web.rosters import NEW_COMMITTEE, with_cell, workbook

pytestmark = pytest.mark.browser
POST = 4
AFTER = "/units/350423106204/?day=2018-04-01"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def dropped(page: Page, name: str, content: bytes) -> None:
    """Drop a file on the marked place, as from a folder."""
    page.goto("/import/")
    data = page.evaluate_handle(
        """([name, bytes]) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], name));
            return data;
        }""",
        [name, list(content)],
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": data})
    expect(page.locator(".chosen")).to_have_text(name)
    page.click("main form button.btn-primary")
    page.wait_for_url("**/import/*/")


def test_drop_see_correct_apply_undo(office: Page) -> None:
    file = workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家"))
    dropped(office, "石下村.xlsx", file.read())
    expect(office.locator(".bar-below button")).to_be_disabled()

    office.locator(".problem.refuse a", has_text="F4").click()
    cell = office.locator("td#F4.refuse")
    expect(cell).to_contain_text("大管家")
    cell.locator("a").click()
    office.locator("#p-F4").get_by_role("button", name="主席", exact=True).click()
    expect(office.locator("td#F4.mended")).to_contain_text("主席")

    office.locator("a.btn", has_text="返回核对导入").click()
    office.locator(".bar-below button").click()
    office.wait_for_url("**/import/batches/*/")
    batch = office.url
    office.goto(AFTER)
    expect(office.locator(".person-name")).to_have_text(["郑新梅", "林新兰", "黄新竹"])

    office.goto(batch)
    office.locator("a[href$='undo/']").click()
    office.locator("main form button[type=submit]").click()
    office.wait_for_url(batch)
    office.goto(AFTER)
    expect(office.locator(".person-name")).to_have_count(11)


def test_names_stay_in_sight_while_the_sheet_moves_and_a_marked_cell_is_its_link(
    office: Page,
) -> None:
    dropped(office, "石下村.xlsx", workbook(with_cell(NEW_COMMITTEE, 0, POST, "大管家")).read())
    office.locator(".problem.refuse a", has_text="F4").click()
    office.set_viewport_size({"width": 390, "height": 844})
    frame, name = office.locator(".as-read"), office.locator("td#C4")

    frame.evaluate("one => one.scrollTo(9999, 0)")

    left, right = frame.bounding_box(), name.bounding_box()
    assert left
    assert right
    assert left["x"] < right["x"] < left["x"] + 60
    cell, link = office.locator("td#F4").bounding_box(), office.locator("td#F4 a").bounding_box()
    assert cell
    assert link
    assert link["width"] > cell["width"] - 3


def test_a_folded_problem_unfolds_for_who_is_led_to_it(office: Page) -> None:
    rows = NEW_COMMITTEE
    for row in range(3):
        rows = with_cell(rows, row, POST, "大管家")
    office.goto("/import/")
    files: list[FilePayload] = [
        {"name": f"{times}.xlsx", "mimeType": KIND, "buffer": workbook(rows * times).read()}
        for times in (2, 5)
    ]
    office.set_input_files("#workbooks", files)
    office.click("main form button.btn-primary")
    office.wait_for_url("**/import/*/")
    problem = office.locator(".group .problem").last
    expect(problem).to_be_hidden()

    office.goto(f"{office.url}#{problem.get_attribute('id')}")

    expect(problem).to_be_visible()


def test_the_form_works_without_scripts(office: Page) -> None:
    context = office.context.browser
    assert context
    plain = context.new_context(
        base_url=office.url.split("/units")[0],
        java_script_enabled=False,
        storage_state=office.context.storage_state(),
    ).new_page()
    file: FilePayload = {
        "name": "石下村.xlsx",
        "mimeType": KIND,
        "buffer": workbook(NEW_COMMITTEE).read(),
    }

    plain.goto("/import/")
    plain.set_input_files("#workbooks", file)
    plain.click("main form button.btn-primary")
    plain.click(".bar-below button")

    assert "/import/batches/" in plain.url
    plain.context.close()
