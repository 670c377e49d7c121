// Sound recorded in the page becomes a file in the form, as if it had been chosen. Without this script one chooses a file.
(() => {
  if (!window.MediaRecorder || !navigator.mediaDevices || !window.DataTransfer) return;
  const LONGEST = 10 * 60 * 1000;

  function begin() {
    const part = document.querySelector("[data-recorder]");
    if (!part) return;
    part.hidden = false;
    part.querySelector("[data-start]").addEventListener("click", () => record(part));
  }

  async function record(part) {
    const [start, stop, said] = ["start", "stop", "said"].map((name) => part.querySelector(`[data-${name}]`));
    let sound;
    try {
      sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      said.textContent = part.dataset.refused;
      return;
    }
    const sort = ["audio/webm", "audio/mp4", "audio/ogg"].find((one) => MediaRecorder.isTypeSupported(one));
    const recorder = new MediaRecorder(sound, sort ? { mimeType: sort, audioBitsPerSecond: 64000 } : {});
    const pieces = [];
    let seconds = 0;
    const clock = setInterval(() => {
      seconds += 1;
      part.querySelector("[data-clock]").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, 1000);
    const enough = setTimeout(() => recorder.stop(), LONGEST);
    recorder.addEventListener("dataavailable", (told) => pieces.push(told.data));
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      clearTimeout(enough);
      sound.getTracks().forEach((track) => track.stop());
      add(new File(pieces, "opname", { type: recorder.mimeType }));
      said.textContent = part.dataset.ready;
      stop.hidden = true;
      start.hidden = false;
      start.focus();
    });
    stop.onclick = () => recorder.stop();
    recorder.start();
    said.textContent = part.dataset.recording;
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
  }

  function add(file) {
    const field = document.querySelector('input[type="file"][name="file"]');
    const chosen = new DataTransfer();
    for (const one of field.files) chosen.items.add(one);
    chosen.items.add(file);
    field.files = chosen.files;
  }

  begin();
  document.addEventListener("portal:replaced", begin);
})();
