/** The two ways to close a running step without a result, by their commands. */
export type GiveUp = 'experiment_abandon' | 'experiment_could_not_run';
