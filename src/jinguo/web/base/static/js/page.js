/* Small comforts; every page works without them. */
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button[type=submit]")) {
      setTimeout(() => { button.disabled = true; });
      if (button.dataset.busy) button.textContent = button.dataset.busy;
    }
  });
}
for (const drop of document.querySelectorAll("[data-drop]")) {
  const input = drop.querySelector("input[type=file]");
  const chosen = drop.querySelector(".chosen");
  const show = () => { chosen.textContent = [...input.files].map((file) => file.name).join(document.documentElement.lang === "en" ? ", " : "、"); };
  const lit = (on) => (event) => { event.preventDefault(); drop.classList.toggle("over", on); };
  drop.addEventListener("dragover", lit(true));
  drop.addEventListener("dragleave", lit(false));
  drop.addEventListener("drop", (event) => {
    lit(false)(event);
    input.files = event.dataTransfer.files;
    show();
  });
  input.addEventListener("change", show);
}
const reveal = () => {
  const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let folded = place && place.closest("details:not([open])");
  if (!folded) return;
  for (; folded; folded = folded.parentElement.closest("details")) folded.open = true;
  place.scrollIntoView();
};
reveal();
addEventListener("hashchange", reveal);
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
const here = document.querySelector(".tabs [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;
