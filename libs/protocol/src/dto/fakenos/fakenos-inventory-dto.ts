import { defineDto } from '../define-dto';

/** What the operator has configured for fake networks, as it was written. */
export interface FakeNosInventoryDto {
  service?: string;
  /** By name: what can be started without an inventory. */
  networks?: Record<string, unknown>;
  default_inventory?: unknown;
  nos_plugins?: Record<string, unknown>;
  platform_folders?: string[];
  platform_modules?: string[];
  inventory_folders?: string[];
  allowed_urls?: string[];
}

/** {@link FakeNosInventoryDto} with its schema and check. */
export const fakeNosInventoryDto = defineDto<FakeNosInventoryDto>('FakeNosInventoryDto', {
  type: 'object',
  properties: {
    service: { type: 'string' },
    networks: { type: 'object' },
    default_inventory: {},
    nos_plugins: { type: 'object' },
    platform_folders: { type: 'array', items: { type: 'string' } },
    platform_modules: { type: 'array', items: { type: 'string' } },
    inventory_folders: { type: 'array', items: { type: 'string' } },
    allowed_urls: { type: 'array', items: { type: 'string' } },
  },
  required: [],
});
