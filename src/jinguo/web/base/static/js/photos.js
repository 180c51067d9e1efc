/* Photos go up one by one as soon as they are chosen. A line that breaks costs one photo's way, not
   the form; what arrived is not sent again. Without this they go up with the form. */
const STALLED = 30000;
const PAUSES = [1, 2, 4, 8, 15];

const sent = (url, words, name) => new Promise((done, fail) => {
  const call = new XMLHttpRequest();
  let waiting = 0;
  const alive = () => { clearTimeout(waiting); waiting = setTimeout(() => call.abort(), STALLED); };
  const over = (result, value) => { clearTimeout(waiting); result(value); };
  call.open("POST", url);
  call.responseType = "json";
  call.upload.onprogress = alive;
  call.onprogress = alive;
  call.onerror = () => over(fail, "line");
  call.onabort = () => over(fail, "line");
  call.onload = () => {
    const elsewhere = call.responseURL && !call.responseURL.endsWith(url);
    if (elsewhere || call.status === 403) over(fail, "out");
    else if (call.response && (call.response.id || call.response.refused)) over(done, call.response);
    else if (call.status === 400 || call.status === 413) over(done, { untaken: name });
    else over(fail, "line");
  };
  alive();
  call.send(words);
});

for (const input of document.querySelectorAll("input[type=file][data-hand-in]")) {
  const form = input.form;
  const find = (name) => form.querySelector(`[data-${name}]`);
  const [list, told, bar, again, refused] = ["handed", "told", "bar", "again", "refused"].map(find);
  const buttons = [...form.querySelectorAll("button[type=submit]")];
  const queue = [];
  const known = new Map();
  let [all, busy, leaving, wake] = [0, false, false, null];

  const key = (file) => `${file.name}|${file.size}|${file.lastModified}|${form.elements.with_place.checked}`;
  const ticked = (id) => {
    const tick = form.querySelector(`input[name=photo][value="${id}"]`);
    if (tick) tick.checked = true;
    return tick;
  };
  const show = (photo) => {
    if (ticked(photo.id)) return;
    const image = Object.assign(document.createElement("img"), { loading: "lazy", src: photo.url, alt: "" });
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", className: "form-check-input", name: "photo", value: photo.id, checked: true });
    const words = Object.assign(document.createElement("span"), { className: "tick" });
    const label = document.createElement("label");
    const item = document.createElement("li");
    words.append(tick, ` ${list.dataset.keep}`);
    label.append(image, words);
    item.append(label);
    list.append(item);
  };
  const tell = (words, kind = "bad") => {
    refused.append(Object.assign(document.createElement("p"), { className: `notice ${kind} mt-2 mb-0`, textContent: words }));
  };
  const say = (words) => {
    told.textContent = words.replace("{done}", all - queue.length).replace("{all}", all).replace("{left}", queue.length);
    told.classList.toggle("warn-text", words === told.dataset.left || words === told.dataset.out);
    bar.hidden = !queue.length;
    [bar.max, bar.value] = [all, all - queue.length];
  };
  const free = (can) => { for (const button of buttons) button.disabled = !can; };
  const send = (file) => {
    const words = new FormData();
    const token = form.elements.csrfmiddlewaretoken;
    const newest = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/); // she signed in again elsewhere
    if (newest) [, token.value] = newest;
    words.append("csrfmiddlewaretoken", token.value);
    if (form.elements.with_place.checked) words.append("with_place", "on");
    words.append("photos", file, file.name);
    return sent(input.dataset.handIn, words, file.name);
  };
  const rest = (seconds) => new Promise((done) => {
    const timer = setTimeout(done, seconds * 1000);
    wake = () => { clearTimeout(timer); done(); };
  });
  const broken = async (why, tried) => {
    say(why === "out" ? told.dataset.out : told.dataset.left);
    again.hidden = false;
    free(true);
    await rest(why === "out" ? 3600 : PAUSES[Math.min(tried, PAUSES.length - 1)]);
    again.hidden = true;
    free(false);
  };
  const work = async () => {
    if (busy) return;
    busy = true;
    free(false);
    for (let tried = 0; queue.length;) {
      say(told.dataset.sending);
      try {
        const file = queue[0];
        const photo = await send(file);
        queue.shift();
        tried = 0;
        if (photo.id) {
          known.set(key(file), photo.id);
          show(photo);
        } else tell(photo.refused || refused.dataset.untaken.replace("{name}", photo.untaken));
      } catch (why) {
        await broken(why, tried);
        tried += 1;
      }
    }
    say(told.dataset.done);
    [all, busy] = [0, false];
    free(true);
  };
  input.addEventListener("change", () => {
    const chosen = [...input.files];
    const waiting = new Set(queue.map(key));
    const fresh = chosen.filter((file) => !waiting.has(key(file)) && !(known.has(key(file)) && ticked(known.get(key(file)))));
    if (fresh.length < chosen.length) tell(refused.dataset.twice.replace("{n}", chosen.length - fresh.length), "warn");
    all += fresh.length;
    queue.push(...fresh);
    input.value = "";
    if (queue.length) work();
  });
  again.addEventListener("click", () => wake && wake());
  addEventListener("online", () => wake && wake());
  addEventListener("submit", (event) => {
    if (event.target !== form) return;
    leaving = !queue.length || confirm(told.dataset.without.replace("{left}", queue.length));
    if (leaving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  addEventListener("beforeunload", (event) => { if (queue.length && !leaving) event.preventDefault(); });
}
