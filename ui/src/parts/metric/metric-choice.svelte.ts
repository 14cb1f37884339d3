import type { Good, MetricKind, MetricNow } from '$lib/api/bindings';
import { call } from '$lib/api/client';
import { TypedText } from '$lib/data/typed-text.svelte';
import { t } from '$lib/i18n/messages';
import { readyMade, type ReadyMadeKey } from './ready-made';

export const NEW_METRIC = 'new';

/**
 * What a form says about its metric: one of the team's, or the fields of a new one. Make it with a
 * component.
 */
export class MetricChoice {
  /** An id, or `NEW_METRIC`. */
  id = $state(NEW_METRIC);
  good = $state<Good>('down');
  /** The definition it began with. */
  ready = $state<ReadyMadeKey | null>(null);
  readonly name: TypedText;
  readonly unit: TypedText;
  readonly #teamId: () => string;

  constructor(teamId: () => string) {
    this.#teamId = teamId;
    const place = (field: string) => () => ({ entityId: `new metric of ${teamId()}`, field });
    this.name = new TypedText(place('name'));
    this.unit = new TypedText(place('unit'));
  }

  start(metrics: readonly MetricNow[], wanted: string | null): void {
    this.id = wanted ?? metrics[0]?.metric.id ?? NEW_METRIC;
    this.good = 'down';
    this.ready = null;
  }

  /** Copies a ready-made definition into the fields of the new metric. */
  beginWith(key: ReadyMadeKey | null): void {
    this.ready = key;
    if (!key) return;
    this.name.text = t(`ready-${key}`);
    this.unit.text = t(`ready-${key}-unit`);
    this.good = readyMade[key].good;
  }

  /**
   * The metric's id; makes it first where it is new. A ready-made definition brings its own kind;
   * `good` may follow from what the form asks otherwise.
   */
  async chosen(metricKind: MetricKind, good: Good = this.good): Promise<string> {
    if (this.id !== NEW_METRIC) return this.id;
    const fields = {
      name: this.name.text.trim(),
      unit: this.unit.text.trim(),
      good,
      metricKind: this.ready ? readyMade[this.ready].kind : metricKind,
      ...(this.ready && {
        definition: t(`ready-${this.ready}-definition`),
        rhythmDays: readyMade[this.ready].rhythmDays,
      }),
    };
    const { id } = await call('metric_create', { teamId: this.#teamId(), fields });
    // From here on it is one of the team's, also when what follows is refused.
    this.id = id;
    this.name.clear();
    this.unit.clear();
    return id;
  }
}
