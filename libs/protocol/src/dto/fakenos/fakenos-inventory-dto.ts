import { defineDto } from '../define-dto';

/** What the operator has configured for fake networks, as it was written; null is as good as absent. */
export interface FakeNosInventoryDto {
  service?: string;
  /** By name: what can be started without an inventory. */
  networks?: Record<string, unknown> | null;
  default_inventory?: unknown;
  nos_plugins?: Record<string, unknown> | null;
  platform_folders?: string[] | null;
  platform_modules?: string[] | null;
  inventory_folders?: string[] | null;
  allowed_urls?: string[] | null;
}

/** {@link FakeNosInventoryDto} with its schema and check. */
export const fakeNosInventoryDto = defineDto<FakeNosInventoryDto>('FakeNosInventoryDto', {
  type: 'object',
  properties: {
    service: { type: 'string' },
    networks: { type: ['object', 'null'] },
    default_inventory: {},
    nos_plugins: { type: ['object', 'null'] },
    platform_folders: { type: ['array', 'null'], items: { type: 'string' } },
    platform_modules: { type: ['array', 'null'], items: { type: 'string' } },
    inventory_folders: { type: ['array', 'null'], items: { type: 'string' } },
    allowed_urls: { type: ['array', 'null'], items: { type: 'string' } },
  },
  required: [],
});
