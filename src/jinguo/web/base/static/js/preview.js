/* The drawing beside a form follows what is filled in; without this, a button asks for it. */
for (const form of document.querySelectorAll("form[data-preview]")) {
  const shown = form.querySelector("[data-shown]");
  const fault = form.querySelector("[data-fault]");
  let waiting, asked = 0;
  const draw = async () => {
    const words = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
    const url = `${form.dataset.preview}?${words}`;
    const mine = ++asked;
    const answer = await fetch(url).catch(() => null);
    if (!answer || mine !== asked) return;
    fault.hidden = answer.ok;
    fault.textContent = answer.ok ? "" : await answer.text();
    if (!answer.ok || !shown) return;
    shown.width = words.get("width_mm");
    shown.height = words.get("height_mm");
    shown.parentElement.className = `board-wall ${words.get("direction")}`;
    shown.src = url;
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(draw, 300); });
}
