import type { TeamMetric } from '$lib/api/bindings';
import { t } from '$lib/i18n/messages';
import { MetricChoice, NEW_METRIC, type WantedMetric } from '$parts/metric/metric-choice.svelte';
import { importing } from '$parts/metric/importing.svelte';

/** Of a team that may get a new metric. */
interface Team {
  id: string;
  name: string;
}
const MAKES = `${NEW_METRIC} `;

/**
 * What numbers are imported to: a metric that there is, or one that is made for them in a team.
 * Make it with a component.
 */
export class ImportTarget {
  readonly #metrics: () => readonly TeamMetric[];
  readonly #teams: () => readonly Team[];
  /** The new metric's fields. */
  readonly made = new MetricChoice(() => this.newIn ?? '');

  /** Metrics and teams of the team on the screen come first in their lists. */
  constructor(metrics: () => readonly TeamMetric[], teams: () => readonly Team[]) {
    [this.#metrics, this.#teams] = [metrics, teams];
  }

  readonly options = $derived.by(() => {
    const there = this.#metrics().map(({ teamName, now }) => ({
      value: now.metric.id,
      label: t('quick-choice', { team: teamName, metric: now.metric.name }),
    }));
    const made = this.#teams().map(({ id, name }) => ({
      value: MAKES + id,
      label: t('quick-choice', { team: name, metric: t('metric-new') }),
    }));
    return [...there, ...made];
  });

  /**
   * The chosen option; without a choice the only metric there is, or a new one where there is none.
   */
  readonly chosen = $derived.by(() => {
    if (importing.metricId) return importing.metricId;
    const [metrics, teams] = [this.#metrics(), this.#teams()];
    if (metrics.length + teams.length === 0) return null;
    const here = teams[0]?.id;
    if (metrics.length === 0 || !metrics.some(({ teamId }) => teamId === here))
      return this.options[metrics.length]?.value ?? null;
    return metrics.length === 1 ? (this.options[0]?.value ?? null) : null;
  });

  /** The team that a metric is made in; null where there is one already, or nothing is chosen. */
  readonly newIn = $derived(
    this.chosen?.startsWith(MAKES) ? this.chosen.slice(MAKES.length) : null,
  );
  readonly metricId = $derived(this.newIn === null ? this.chosen : null);
  readonly unit = $derived.by(() => {
    if (this.newIn !== null) return this.made.unit.text;
    return (
      this.#metrics().find(({ now }) => now.metric.id === this.metricId)?.now.metric.unit ?? ''
    );
  });

  /** Begins anew, for another text. */
  start(): void {
    this.made.start([], null);
  }

  choose(option: string | null): void {
    importing.metricId = option;
  }

  /**
   * A new metric is called as its column is, until somebody calls it otherwise: "Lead time (h)" has
   * its unit with it.
   */
  suggest(column: string, unit: string): void {
    if (this.newIn === null || this.made.name.text !== '') return;
    const parts = /^(?<name>.*?)\s*[([](?<unit>[^)\]]{1,12})[)\]]\s*$/.exec(column)?.groups;
    this.made.name.text = (parts?.name ?? column).trim();
    if (this.made.unit.text === '') this.made.unit.text = unit || (parts?.unit ?? '').trim();
  }

  /**
   * The metric that is chosen, or the one that is to be made. A team's first one is what its
   * process is judged by.
   */
  wanted(): WantedMetric | null {
    if (this.newIn === null) return this.metricId === null ? null : { metricId: this.metricId };
    const first = !this.#metrics().some(({ teamId }) => teamId === this.newIn);
    return this.made.wanted(first ? 'outcome' : 'process');
  }
}
