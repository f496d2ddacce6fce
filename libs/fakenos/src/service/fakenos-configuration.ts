/** What an operator writes down for the service: what NorFab calls the inventory of its worker. */
export interface FakeNosConfiguration {
  /** Always `fakenos`. */
  readonly service?: 'fakenos';
  readonly networks?: Readonly<Record<string, DeclaredNetwork | null>> | null;
  /** For networks that neither name nor declare one: the inventory itself, a path or a URL. */
  readonly default_inventory?: unknown;
  /** FakeNOS platform files: a path, a URL, or the document itself. Their own names count, their labels where nothing else is called so. */
  readonly nos_plugins?: Readonly<Record<string, unknown>> | null;
  /** Folders whose platform files (`.yaml`, `.yml`) are all loaded. */
  readonly platform_folders?: readonly string[] | null;
  /** JavaScript modules that are platforms. They are run: list what you trust. */
  readonly platform_modules?: readonly string[] | null;
  /** Folders out of which requests may name inventories and files; none when absent. */
  readonly inventory_folders?: readonly string[] | null;
  /** Beginnings of URLs that requests may name: `https://git.example.org/labs/`; none when absent. */
  readonly allowed_urls?: readonly string[] | null;
}

/** A network that can be started by its name alone. */
export interface DeclaredNetwork {
  /** The inventory itself, a path or a URL. */
  readonly inventory?: unknown;
  /** Started together with the service. */
  readonly auto_start?: boolean;
}
