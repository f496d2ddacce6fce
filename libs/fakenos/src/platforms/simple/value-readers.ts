import type { LineGrammar } from '../../configuration/line-grammar';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import type { ConfigWords } from './config-words';
import { interfaceNamed } from './interface-named';

/** How the values of configuration lines are read: what is no value of its kind is refused. */
export function valueReaders({ spell }: ConfigWords): NonNullable<LineGrammar['values']> {
  const address = (typed: string) => (ipv4Prefix(typed)?.address === typed ? typed : undefined);
  const prefix = (typed: string) =>
    typed.includes('/') && (ipv4Prefix(typed) || typed.includes(':')) ? typed : undefined;
  return {
    interface: (typed, { device }) => {
      const found = interfaceNamed(device, unquoted(typed), spell);
      return found && (spell?.(found.name) ?? found.name);
    },
    address,
    network: address,
    gateway: address,
    router: address,
    peer: address,
    prefix,
    mask: (typed) => (maskedPrefix('0.0.0.0', typed) === undefined ? undefined : typed),
    text: unquoted,
    name: unquoted,
  };
}

function unquoted(typed: string): string {
  return typed.replace(/^(["'])(.*)\1$/, '$2');
}
