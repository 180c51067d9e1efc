"""A person: known facts, masked contact, posts in time."""

import re

import pytest
from django.db.models import Count
from django.test import Client

from jinguo.people.models import Person
from tests.web.conftest import Reader
from tests.web.pages import DAY, text


@pytest.fixture
def of_two_units(qingliu: None) -> Person:
    """A woman who sits in her township's and her village's committee."""
    units = Count("appointments__federation", distinct=True)
    return Person.objects.annotate(units=units).filter(units=2).earliest("pk")


def test_a_woman_of_two_committees_is_one_person(county: Client, of_two_units: Person) -> None:
    page = text(county, f"/people/{of_two_units.pk}/?{DAY}")

    assert page.count('class="now"') == 2
    assert of_two_units.name in page


def test_her_phone_is_masked(county: Client, of_two_units: Person) -> None:
    page = text(county, f"/people/{of_two_units.pk}/")

    assert of_two_units.phone not in page
    assert f"****{of_two_units.phone[-4:]}" in page


def test_a_woman_of_another_township_is_not_found(reader: Reader) -> None:
    other = Person.objects.filter(
        appointments__federation__division__versions__code__startswith="350423100"
    ).earliest("pk")

    assert reader("village").get(f"/people/{other.pk}/").status_code == 404


def test_nobody_with_this_number_is_not_found(county: Client) -> None:
    assert county.get("/people/999999999/").status_code == 404


def test_who_holds_no_post_any_more_is_still_led_back_to_her_unit(county: Client) -> None:
    gone = Person.objects.filter(appointments__ends_on__isnull=False).exclude(
        appointments__ends_on__isnull=True
    ).earliest("pk")  # fmt: skip

    page = text(county, f"/people/{gone.pk}/")

    assert re.search(r'<ol class="trail"><li><a href="/units/\d+/">', page)
