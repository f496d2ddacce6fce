import { describe, expect, test } from '@jest/globals';
import { readLabForm, type ReceivedFile, type ReceivedForm } from './lab-form';

function file(field: string, name: string): ReceivedFile {
  return { field, name, path: '/staging/0', size: 1 };
}

function form(files: readonly ReceivedFile[], texts: Readonly<Record<string, string>> = {}): ReceivedForm {
  return { files, texts: new Map(Object.entries(texts)) };
}

const topology = file('topology', 'pair.yml');

test('a topology alone is a form; reuse is true unless said otherwise', () => {
  expect(readLabForm(form([topology]))).toEqual({ topology, extraFiles: [], reuse: true });
  expect(readLabForm(form([topology], { reuse: '' }))).toMatchObject({ reuse: true });
  expect(readLabForm(form([topology], { reuse: 'No' }))).toMatchObject({ reuse: false });
});

test('of two topologies the last one counts, unknown parts are ignored', () => {
  const other = file('topology', 'other.yml');
  expect(readLabForm(form([topology, other, file('surprise', 'x')], { note: 'hello' }))).toEqual({
    topology: other,
    extraFiles: [],
    reuse: true,
  });
});

test('extra files keep their order', () => {
  const extra = [file('extra_files', 'a.j2'), file('extra_files', 'b/c.j2')];
  expect(readLabForm(form([topology, ...extra]))).toMatchObject({ extraFiles: extra });
});

describe('what is wrong is listed as FastAPI lists it', () => {
  test('no topology, and a reuse that is no boolean', () => {
    expect(readLabForm(form([], { reuse: 'perhaps' }))).toEqual([
      { type: 'missing', loc: ['body', 'topology'], msg: 'Field required', input: null },
      {
        type: 'bool_parsing',
        loc: ['body', 'reuse'],
        msg: 'Input should be a valid boolean, unable to interpret input',
        input: 'perhaps',
      },
    ]);
  });

  test('a topology that came as text', () => {
    expect(readLabForm(form([], { topology: 'nodes: [r1]' }))).toMatchObject([
      { type: 'value_error', loc: ['body', 'topology'], input: 'nodes: [r1]' },
    ]);
  });
});
