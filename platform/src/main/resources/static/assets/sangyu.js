// Small comforts. Every page works without this file.
"use strict";

// "/" and Ctrl+K go to the search box.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  const box = document.getElementById("q");
  if (box && (slash || control)) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === "Escape") {
    document.querySelectorAll("details.desk[open]").forEach((open) => {
      open.open = false;
      open.querySelector("summary").focus();
    });
  }
});

document.addEventListener("click", (event) => {
  document.querySelectorAll("details.desk[open]").forEach((open) => {
    if (!open.contains(event.target)) {
      open.open = false;
    }
  });
  if (event.target.matches("[data-print]")) {
    window.print();
  }
});

// Leaving warns only when something typed would be lost: <form data-guard>.
const changed = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && form.hasAttribute("data-guard")) {
    changed.add(form);
  }
});

// Whoever is writing is not signed out for being idle.
const HELD_EVERY = 5 * 60 * 1000;
let held = Date.now();
document.addEventListener("input", () => {
  if (Date.now() - held > HELD_EVERY) {
    held = Date.now();
    fetch("/desks", { method: "HEAD", credentials: "same-origin" }).catch(() => {});
  }
});
window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => document.contains(form))) {
    event.preventDefault();
  }
});

// A form is sent once, however often its button is pressed; coming back with "back" opens it again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  changed.delete(form);
  if (form.method.toLowerCase() !== "post" || form.hasAttribute("data-download")) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest && event.target.closest("form[data-sent]");
  if (form) {
    delete form.dataset.sent;
  }
});

// Select the rows of this page, or everything that matches: see ui/selection.jte.
function tally(form) {
  const boxes = [...form.querySelectorAll("input[data-row]")];
  const all = form.querySelector("input[data-all]");
  const page = form.querySelector("input[data-page]");
  const count = boxes.filter((box) => box.checked).length;
  boxes.forEach((box) => {
    box.disabled = Boolean(all && all.checked);
    box.closest("tr").setAttribute("aria-selected", String(box.checked || Boolean(all && all.checked)));
  });
  if (page) {
    page.checked = boxes.length > 0 && count === boxes.length;
    page.indeterminate = count > 0 && count < boxes.length;
  }
  const shown = form.querySelector("[data-count]");
  if (shown) {
    shown.textContent = all && all.checked ? all.dataset.all : String(count);
  }
}
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form || !form.hasAttribute("data-select")) {
    return;
  }
  if (event.target.hasAttribute("data-page")) {
    form.querySelectorAll("input[data-row]").forEach((box) => {
      box.checked = event.target.checked;
    });
  }
  tally(form);
});
document.querySelectorAll("form[data-select]").forEach(tally);
document.querySelectorAll("[data-needs-script]").forEach((part) => {
  part.hidden = false;
});

// After htmx put an answer with errors in place, the reader is told.
document.addEventListener("htmx:afterSwap", (event) => {
  const errors = event.target.querySelector && event.target.querySelector(".errors");
  if (errors) {
    errors.focus();
  }
});

// "Read this to me" on the elder's page; without a voice in the browser the button stays away.
const speak = document.querySelector("[data-speak]");
if (speak && "speechSynthesis" in window) {
  speak.hidden = false;
  speak.addEventListener("click", () => {
    window.speechSynthesis.cancel();
    const text = document.querySelector("[data-read]").cloneNode(true);
    text.querySelectorAll("[data-silent]").forEach((part) => part.remove());
    const words = new SpeechSynthesisUtterance(text.textContent.replace(/\s+/g, " "));
    words.lang = document.documentElement.lang;
    words.rate = 0.85;
    window.speechSynthesis.speak(words);
  });
}
