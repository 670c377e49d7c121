// Sound recorded in the page becomes a file in the form, as if it had been chosen. Without this script one chooses a file.
(() => {
  if (!window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) return;
  const LONGEST = 10 * 60 * 1000;
  let running = null;

  function begin() {
    const part = document.querySelector("[data-recorder]");
    if (!part) return;
    part.hidden = false;
    part.querySelector("[data-start]").addEventListener("click", () => record(part));
  }

  async function record(part) {
    const [start, stop, said, clock] = ["start", "stop", "said", "clock"].map((name) => part.querySelector(`[data-${name}]`));
    if (running || start.getAttribute("aria-disabled")) return;
    start.setAttribute("aria-disabled", "true");
    let sound;
    let recorder;
    try {
      sound = await navigator.mediaDevices.getUserMedia({ audio: true });
      const sort = ["audio/webm", "audio/mp4", "audio/ogg"].find((one) => MediaRecorder.isTypeSupported(one));
      recorder = new MediaRecorder(sound, sort ? { mimeType: sort, audioBitsPerSecond: 64000 } : {});
    } catch {
      sound?.getTracks().forEach((track) => track.stop());
      said.textContent = part.dataset.refused;
      start.removeAttribute("aria-disabled");
      return;
    }
    const pieces = [];
    let seconds = 0;
    const ticking = setInterval(() => {
      seconds += 1;
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, 1000);
    const enough = setTimeout(() => finish(), LONGEST);
    const ended = new Promise((done) => {
      recorder.addEventListener("dataavailable", (told) => pieces.push(told.data));
      recorder.addEventListener("stop", () => {
        clearInterval(ticking);
        clearTimeout(enough);
        sound.getTracks().forEach((track) => track.stop());
        running = null;
        add(new File(pieces, "opname", { type: recorder.mimeType }));
        said.textContent = part.dataset.ready;
        stop.hidden = true;
        start.hidden = false;
        start.removeAttribute("aria-disabled");
        start.focus();
        done();
      });
    });
    const finish = () => {
      if (recorder.state !== "inactive") recorder.stop();
      return ended;
    };
    running = finish;
    stop.onclick = finish;
    recorder.start();
    said.textContent = part.dataset.recording;
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
  }

  function add(file) {
    const field = document.querySelector('input[type="file"][name="file"]');
    if (!field) return;
    const chosen = new DataTransfer();
    for (const one of field.files) chosen.items.add(one);
    chosen.items.add(file);
    field.files = chosen.files;
  }

  // Whoever goes on while it records wants the sound along: it ends first, then the form goes.
  document.addEventListener("submit", (event) => {
    if (!running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { target, submitter } = event;
    running().then(() => target.requestSubmit(submitter));
  }, true);
  addEventListener("pagehide", () => running?.());

  begin();
  document.addEventListener("portal:replaced", begin);
})();
