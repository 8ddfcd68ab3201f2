// Single keys for the review desk. Everything here presses a button, follows a link or moves the focus:
// without this script the same buttons and links do the same.
"use strict";

(() => {
  const keysOn = document.body.dataset.keys === "on";
  const isText = (node) => node instanceof HTMLElement
    && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName));
  let leaving = false;

  let sending = false;

  const waitMs = 10000;

  const answers = () => fetch("/static/desk.css", {
    method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(waitMs),
  }).then((answer) => answer.ok, () => false);

  const stay = () => {
    leaving = false;
    document.getElementById("lost").hidden = false;
  };

  // one press, one decision: a second one before the next page has come would hit the wrong item.
  // A desk that is gone takes the page with it, and the note on it: so it is asked whether it is there.
  document.addEventListener("submit", (event) => {
    if (sending || event.target.method !== "post") return;
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    answers().then((there) => {
      if (!there) return stay();
      sending = true;
      event.target.requestSubmit(event.submitter);
    });
  });
  // a link followed before the decision is sent would lose it
  document.addEventListener("click", (event) => {
    if (leaving && event.target.closest("a[href]")) event.preventDefault();
  }, true);
  window.addEventListener("pageshow", () => { leaving = false; sending = false; });

  // a note is kept while its reader looks at another passage or item; what is sent needs no keeping
  const note = document.getElementById("note");
  const kept = `note on ${location.pathname}`;
  if (note) {
    note.value = sessionStorage.getItem(kept) ?? note.value;
    note.addEventListener("input", () => sessionStorage.setItem(kept, note.value));
    note.form.addEventListener("submit", () => { if (sending) sessionStorage.removeItem(kept); });
  }

  const focusOn = (id) => {
    const field = document.getElementById(id);
    if (field) field.focus();
    return Boolean(field);
  };

  const toggleHelp = () => {
    const help = document.getElementById("help");
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
    return true;
  };

  const press = (key) => {
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target || target.disabled) return false;
    target.click();
    return true;
  };

  const act = (key) => {
    if (key === "n") return focusOn("note");
    if (key === "/") return focusOn("f-words") || focusOn("find");
    if (key === "?") return toggleHelp();
    return /^[arbqgsuojk]$/.test(key) && press(key);
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (isText(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!keysOn || leaving || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event.key)) event.preventDefault();
  });
})();
