/* Photos go up one by one as soon as they are chosen. A line that breaks costs one photo's way, not
   the form; what arrived is not sent again. Without this they go up with the form. */
const TRIES = 3;
const pause = (seconds) => new Promise((done) => { setTimeout(done, seconds * 1000); });

for (const input of document.querySelectorAll("input[type=file][data-hand-in]")) {
  const form = input.form;
  const find = (name) => form.querySelector(`[data-${name}]`);
  const [list, told, again, refused] = ["handed", "told", "again", "refused"].map(find);
  const buttons = [...form.querySelectorAll("button[type=submit]")];
  const queue = [];
  let busy = false;

  const show = (photo) => {
    const image = Object.assign(document.createElement("img"), { src: photo.url, alt: "" });
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", className: "form-check-input", name: "photo", value: photo.id, checked: true });
    const words = Object.assign(document.createElement("span"), { className: "tick" });
    const label = document.createElement("label");
    const item = document.createElement("li");
    words.append(tick, ` ${list.dataset.keep}`);
    label.append(image, words);
    item.append(label);
    list.append(item);
  };
  const refuse = (words) => {
    refused.append(Object.assign(document.createElement("p"), { className: "notice bad mt-2 mb-0", textContent: words }));
  };
  const say = (words) => { told.textContent = queue.length ? words.replace("{n}", queue.length) : ""; };
  const send = async (file) => {
    const words = new FormData();
    words.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    if (form.elements.with_place.checked) words.append("with_place", "on");
    words.append("photos", file, file.name);
    const answer = await fetch(input.dataset.handIn, { method: "POST", body: words });
    if (answer.redirected || (!answer.ok && answer.status !== 400)) throw new Error(answer.status);
    return answer.json();
  };
  const arrived = async (file) => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await send(file);
      } catch {
        if (tried === TRIES) return null;
        await pause(tried * 2);
      }
    }
  };
  const work = async () => {
    if (busy) return;
    busy = true;
    again.hidden = true;
    for (const button of buttons) button.disabled = true;
    while (queue.length) {
      say(told.dataset.sending);
      const photo = await arrived(queue[0]);
      if (!photo) break;
      queue.shift();
      if (photo.id) show(photo);
      else if (photo.refused) refuse(photo.refused);
    }
    say(told.dataset.left);
    again.hidden = !queue.length;
    for (const button of buttons) button.disabled = false;
    busy = false;
  };
  input.addEventListener("change", () => {
    queue.push(...input.files);
    input.value = "";
    work();
  });
  again.addEventListener("click", work);
  addEventListener("online", work);
}
