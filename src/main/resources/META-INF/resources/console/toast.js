// What has just been done, said once: in a corner for those who see it, in a live region for those who hear it.
let fading;

export function say(text) {
  const region = document.getElementById('toast');
  region.textContent = text;
  region.classList.add('shown');
  clearTimeout(fading);
  fading = setTimeout(hush, 5000);
}

/** What was said belongs to the page before. */
export function hush() {
  document.getElementById('toast').classList.remove('shown');
}
