/* The film of a campaign: plays its days one by one. Without this the page shows one day and stills. */
for (const film of document.querySelectorAll("[data-film]")) {
  const find = (name) => film.querySelector(`[data-${name}]`);
  const [day, told, meter, ways, play, slider, speed, board] =
    ["day", "told", "meter", "ways", "play", "slider", "speed", "board"].map(find);
  const frames = JSON.parse(film.dataset.frames);
  const signs = JSON.parse(film.dataset.signs);
  const spots = [...film.querySelectorAll("[data-days]")];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const words = { play: play.textContent, stop: play.dataset.stop, again: play.dataset.again };
  const end = frames.length - 1;
  let at = Number(film.dataset.at);
  let timer = 0;

  const show = (next) => {
    const [iso, inWords, done, targets, overdue, returned] = frames[next];
    for (const spot of spots) {
      const letter = spot.dataset.days[next];
      if (letter === spot.dataset.days[at] && spot.dataset.drawn) continue;
      const [state, sign, meaning] = signs[letter];
      const round = spot.classList.contains("round") ? " round" : "";
      spot.className = `square little ${state}${round}`;
      spot.textContent = sign;
      spot.title = `${spot.dataset.name} · ${meaning}`;
      spot.setAttribute("aria-label", spot.title);
      spot.dataset.drawn = "yes";
    }
    at = next;
    day.textContent = inWords;
    const counts = { done, targets, overdue, returned };
    told.textContent = told.dataset.words.replace(/\{(\w+)\}/g, (_, name) => counts[name]);
    meter.max = targets;
    meter.value = done;
    slider.value = at;
    slider.setAttribute("aria-valuetext", `${inWords} ${told.textContent}`);
    const link = new URL(board.href);
    link.searchParams.set("day", iso);
    board.href = link;
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    told.setAttribute("aria-live", "polite");
    play.textContent = at === end ? words.again : words.play;
  };
  const step = () => {
    if (at === end) return stop();
    show(at + 1);
    timer = setTimeout(step, 1000 / Number(speed.value));
  };
  const start = () => {
    told.setAttribute("aria-live", "off");
    play.textContent = words.stop;
    if (at === end) show(0);
    timer = setTimeout(step, 1000 / Number(speed.value));
  };
  play.addEventListener("click", () => (timer ? stop() : start()));
  slider.addEventListener("input", () => {
    if (timer) stop();
    show(Number(slider.value));
    play.textContent = at === end ? words.again : words.play;
  });
  ways.hidden = false;
  show(at);
  if ("plays" in film.dataset && !still && end > 0) start();
  else stop();
}
