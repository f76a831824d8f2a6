const key = 'notes';

export function read(store: Pick<Storage, 'getItem'>): string[] {
  const kept: unknown = JSON.parse(store.getItem(key) ?? '[]');
  return Array.isArray(kept) ? kept.filter((note): note is string => typeof note === 'string') : [];
}

export function add(notes: readonly string[], text: string): string[] {
  const note = text.trim();
  return note === '' ? [...notes] : [...notes, note];
}

/** Shows the notes and adds what the form is given. */
export function mount(page: Document, store: Pick<Storage, 'getItem' | 'setItem'>): void {
  const form = page.querySelector<HTMLFormElement>('#add');
  const input = page.querySelector<HTMLInputElement>('#text');
  const list = page.querySelector('#notes');
  if (!form || !input || !list) {
    throw new Error('The page has no form #add, no input #text or no list #notes.');
  }

  let notes = read(store);
  const show = () =>
    list.replaceChildren(
      ...notes.map((note) => {
        const item = page.createElement('li');
        item.textContent = note;
        return item;
      }),
    );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    notes = add(notes, input.value);
    store.setItem(key, JSON.stringify(notes));
    input.value = '';
    show();
  });
  show();
}
