import { defineDto } from '../define-dto';
import { type RestartNetworkRequestDto, restartNetworkProperties } from './restart-network-request-dto';

/** Body of `POST /fakenos/networks`. */
export interface StartNetworkRequestDto extends RestartNetworkRequestDto {
  /** A name that no running network has: up to 63 letters, digits, `_`, `-` and dots, not beginning with `-` or a dot. */
  network: string;
  /**
   * The inventory itself, or where it is: a path or URL that the server may read. When absent: what the server's
   * configuration declares for that name, else its default, else three built-in hosts.
   */
  inventory?: Record<string, unknown> | string | null;
}

/** {@link StartNetworkRequestDto} with its schema and check. What it does not know is refused: a mistyped `inventory` starts something else. */
export const startNetworkRequestDto = defineDto<StartNetworkRequestDto>('StartNetworkRequestDto', {
  type: 'object',
  properties: {
    network: { type: 'string' },
    inventory: { type: ['object', 'string', 'null'] },
    ...restartNetworkProperties,
  },
  required: ['network'],
  additionalProperties: false,
});
