import { call, type Request } from './client';

/** The words of the system's own file dialog. */
interface FileDialog {
  title: string;
  filter: string;
  /** The name that is offered for a new file. */
  name?: string;
}

/** A file that a command of the core makes, and the name that is offered for it. */
interface SaveMade<N extends 'report_get' | 'chart_export'> {
  command: N;
  request: Request<N>;
  title: string;
  name: string;
}

/** What the shell answers itself; the core knows nothing of windows. */
interface WindowCommands {
  window_pick_board: { request: FileDialog; answer: { path: string | null } };
  window_pick_new_board: { request: FileDialog; answer: { path: string | null } };
  window_save_attachment: {
    request: { id: string; title: string };
    answer: { path: string | null };
  };
  window_save_made: {
    request: SaveMade<'report_get'> | SaveMade<'chart_export'>;
    answer: { path: string | null };
  };
  window_notify: { request: { title: string; body: string }; answer: object };
  window_set_title: { request: { title: string }; answer: object };
  window_set_zoom: { request: { factor: number }; answer: object };
  window_project: { request: { retrospectiveId: string; title: string }; answer: object };
  window_fullscreen: { request: object; answer: object };
  window_close: { request: object; answer: object };
  window_start: { request: object; answer: { board: string | null; sample?: boolean } };
}

/** Sends one command to the window itself. Rejects with a `WireError`. */
export async function callWindow<N extends keyof WindowCommands>(
  name: N,
  request: WindowCommands[N]['request'],
): Promise<WindowCommands[N]['answer']> {
  // The generated table has only the core's commands; the way is the same.
  return (await call(name as never, request as never)) as WindowCommands[N]['answer'];
}
