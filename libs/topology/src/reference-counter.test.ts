import { describe, expect, test } from '@jest/globals';
import { ReferenceCounter } from './reference-counter';

describe('references', () => {
  test('are counted per owner and together', () => {
    const references = new ReferenceCounter();
    expect(references.acquire('a')).toBe(1);
    expect(references.acquire('a')).toBe(2);
    expect(references.acquire('b')).toBe(3);
    expect([references.ofOwner('a'), references.ofOwner('b'), references.ofOwner('c')]).toEqual([2, 1, 0]);
    expect(references.total).toBe(3);
  });

  test('never fall below zero, however often an owner releases', () => {
    const references = new ReferenceCounter();
    references.acquire('a');
    references.acquire('b');
    expect([references.release('a'), references.release('a'), references.release('a')]).toEqual([1, 1, 1]);
    expect(references.release('stranger')).toBe(1);
    expect(references.ofOwner('b')).toBe(1);
  });

  test('of an owner can be dropped at once, and once only', () => {
    const references = new ReferenceCounter();
    references.acquire('a');
    references.acquire('a');
    references.acquire('b');
    expect(references.drop('a')).toBe(2);
    expect(references.drop('a')).toBe(0);
    expect(references.total).toBe(1);
    expect(references.acquire('a')).toBe(2);
  });
});
