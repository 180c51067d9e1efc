/* Buttons of passkeys: shown where the browser knows passkeys; what it says of a failure, in our words. */
const known = window.webauthnJSON && window.webauthnJSON.supported();
const ways = { signup: "signupForm", login: "loginForm", authenticate: "authenticateForm" };
const show = (selector) => {
  for (const one of document.querySelectorAll(selector)) one.hidden = false;
};
for (const button of document.querySelectorAll("[data-passkey]")) {
  if (!known) break;
  const way = button.dataset.passkey;
  const credential = button.form.querySelector("[name=credential]");
  window.allauth.webauthn.forms[ways[way]]({
    ids: { [way]: button.id, credential: credential.id },
    data: JSON.parse(button.dataset.options || "{}"),
  });
  button.hidden = false;
}
show(known ? "[data-passkey-with]" : "[data-passkey-without]");
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const there = event.detail.exception.name === "InvalidStateError";
  for (const one of document.querySelectorAll("[data-passkey-fault]")) {
    one.hidden = (one.dataset.passkeyFault === "there") !== there;
  }
});
