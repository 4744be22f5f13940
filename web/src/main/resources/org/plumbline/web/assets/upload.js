// Shows how far an upload is. Without this file the same form is sent by the browser itself.
"use strict";
// Leaving the page breaks the upload off: whoever is about to leave is asked.
const ask = (event) => {
  event.preventDefault();
  event.returnValue = "";
};
const goesOn = new Set();
const begins = (request) => {
  goesOn.add(request);
  window.addEventListener("beforeunload", ask);
};
const ends = (request) => {
  goesOn.delete(request);
  if (goesOn.size === 0) {
    window.removeEventListener("beforeunload", ask);
  }
};
document.querySelectorAll("form[data-upload]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file]").files[0];
    if (!file || !window.XMLHttpRequest || !window.FormData) {
      return;
    }
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", "Upload of " + file.name);
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    const stop = document.createElement("button");
    stop.type = "button";
    stop.className = "usa-button usa-button--outline";
    stop.textContent = "Stop";
    const place = document.createElement("div");
    place.className = "pl-progress";
    place.append(bar, words, stop);
    form.append(place);
    button.disabled = true;
    const done = () => {
      place.remove();
      button.disabled = false;
    };
    const size = (bytes) => (bytes < 1e6 ? Math.ceil(bytes / 1e3) + " kB" : (bytes / 1e6).toFixed(1) + " MB");
    const request = new XMLHttpRequest();
    request.onloadend = () => ends(request);
    let told = -1;
    request.upload.onprogress = (progress) => {
      const percent = Math.floor((100 * progress.loaded) / progress.total);
      bar.value = percent;
      if (percent === 100) {
        bar.removeAttribute("value");
        words.textContent = "All of it is here; it is being read and checked.";
      } else if (percent >= told + 5) {
        told = percent;
        words.textContent = percent + "% of " + size(progress.total) + " sent";
      }
    };
    request.onload = () => {
      ends(request);
      if (request.status < 400) {
        window.location.assign(request.responseURL);
        return;
      }
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      const says = answer.querySelector("main p");
      words.textContent = says ? says.textContent : "It was not taken (" + request.status + ").";
      words.setAttribute("role", "alert");
      bar.remove();
      stop.remove();
      button.disabled = false;
    };
    request.onerror = () => {
      words.textContent = "The connection broke; nothing was recorded. Try again.";
      bar.remove();
      stop.remove();
      button.disabled = false;
    };
    stop.addEventListener("click", () => {
      request.abort();
      done();
    });
    form.querySelectorAll(".pl-progress").forEach((earlier) => earlier !== place && earlier.remove());
    request.open("POST", form.action);
    begins(request);
    request.send(new FormData(form));
  });
});
