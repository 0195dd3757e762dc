import { INTENT } from '@/lib/catalogue/domain/input-names';

export interface UploadHold {
  /** a file is on its way, also once more */
  begin(file: object): void;
  /** it is so no longer; said of one that wasn't, nothing happens */
  end(file: object, outcome: 'came' | 'refused' | 'failed' | 'cancelled'): void;
  /** the server has drawn the page anew, in this version */
  drawn(version: number): void;
  /** told from now on whether a press waits */
  watch(tell: (isHeld: boolean) => void): void;
}

// Should the page not be drawn anew after the files were kept: she is not held for ever.
const SETTLED_AFTER_MS = 10_000;

const holds = new WeakMap<HTMLFormElement, UploadHold>();

/**
 * While files are on their way, what she presses waits. One for a form, however many of its questions take files: all are
 * waited for, the page is asked for anew once with them on it, and then what she pressed is done. It is not done where a
 * file did not come or was refused: she would go on without it and never read why.
 */
export function uploadHold(form: HTMLFormElement): UploadHold {
  const hold = holds.get(form) ?? makeHold(form);
  holds.set(form, hold);
  return hold;
}

function makeHold(form: HTMLFormElement): UploadHold {
  const underWay = new Set<object>();
  const watchers = new Set<(isHeld: boolean) => void>();
  let hasCome = false;
  let isLacking = false;
  let pressed: HTMLElement | null = null;
  let settling: ReturnType<typeof setTimeout> | null = null;
  let lastDrawn: number | null = null;
  let isPassing = false;

  function press(button: HTMLElement | null) {
    pressed = button;
    for (const tell of watchers) tell(button !== null);
  }
  function hold(event: SubmitEvent) {
    if (isPassing || (underWay.size === 0 && settling === null)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press(event.submitter);
  }
  function submit(button: HTMLElement | null) {
    isPassing = true;
    form.requestSubmit(button);
    isPassing = false;
  }
  function goOn() {
    if (underWay.size > 0 || settling !== null) return;
    if (hasCome) {
      hasCome = false;
      settling = setTimeout(settled, SETTLED_AFTER_MS);
      submit(form.querySelector<HTMLElement>(`[name="${INTENT}"][value="upload"]`));
      return;
    }
    const button = isLacking ? null : pressed;
    isLacking = false;
    press(null);
    if (button) submit(button);
  }
  function settled() {
    if (settling === null) return;
    clearTimeout(settling);
    settling = null;
    goOn();
  }

  form.addEventListener('submit', hold, true);
  return {
    begin: (file) => void underWay.add(file),
    end(file, outcome) {
      if (!underWay.delete(file)) return;
      if (outcome === 'came') hasCome = true;
      if (outcome === 'refused' || outcome === 'failed') isLacking = true;
      goOn();
    },
    // Each question with files says so of the same drawing.
    drawn(version) {
      if (version === lastDrawn) return;
      lastDrawn = version;
      settled();
    },
    watch: (tell) => void watchers.add(tell),
  };
}
