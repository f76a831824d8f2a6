// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { add, mount, read } from './notes';

function storeWith(text: string | null) {
  const kept = new Map<string, string>(text === null ? [] : [['notes', text]]);
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

test('add_text_is_trimmed', () => expect(add(['a'], ' b ')).toEqual(['a', 'b']));

test('add_blank_changes_nothing', () => expect(add(['a'], '  ')).toEqual(['a']));

test('read_what_is_no_list_is_empty', () => expect(read(storeWith('{"a": 1}'))).toEqual([]));

test('submit_adds_a_note_as_text', () => {
  document.body.innerHTML = '<form id="add"><input id="text" /></form><ul id="notes"></ul>';
  const store = storeWith(null);
  mount(document, store);

  const input = document.querySelector<HTMLInputElement>('#text');
  if (input) {
    input.value = '<b>milk</b>';
  }
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));

  expect(document.querySelector('#notes li')?.textContent).toBe('<b>milk</b>');
  expect(read(store)).toEqual(['<b>milk</b>']);
});
