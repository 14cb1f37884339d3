/** Where the window is. The address after `#` is the only place that says so. */
export type Route =
  | { view: 'welcome' }
  | { view: 'teams' }
  | { view: 'settings' }
  | { view: 'history' }
  | { view: 'storyboard'; teamId: string; processId: string | null }
  | { view: 'coaching'; teamId: string; processId: string | null }
  | { view: 'progress'; teamId: string; processId: string | null }
  | { view: 'retrospectives'; teamId: string; processId: string | null }
  | { view: 'cycle'; processId: string }
  | { view: 'retrospective'; retrospectiveId: string }
  | { view: 'experiments'; teamId: string; processId: string | null; experimentId: string | null };

export function toHash(route: Route): string {
  switch (route.view) {
    case 'storyboard':
      return join('team', route.teamId, 'storyboard', route.processId);
    case 'coaching':
      return join('team', route.teamId, 'coaching', route.processId);
    case 'progress':
      return join('team', route.teamId, 'progress', route.processId);
    case 'retrospectives':
      return join('team', route.teamId, 'retrospectives', route.processId);
    case 'retrospective':
      return join('retrospective', route.retrospectiveId);
    case 'cycle':
      return join('coaching', route.processId);
    case 'experiments':
      return join('team', route.teamId, 'experiments', route.processId ?? '-', route.experimentId);
    default:
      return join(route.view);
  }
}

export function fromHash(hash: string): Route {
  const [first, teamId, view, process, experimentId] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map(decodeURIComponent);
  if (first === 'teams' || first === 'settings' || first === 'history') return { view: first };
  if (first === 'coaching' && teamId) return { view: 'cycle', processId: teamId };
  if (first === 'retrospective' && teamId) return { view: first, retrospectiveId: teamId };
  if (first !== 'team' || !teamId) return { view: 'welcome' };
  const processId = process && process !== '-' ? process : null;
  if (view === 'experiments')
    return { view, teamId, processId, experimentId: experimentId || null };
  if (view === 'coaching' || view === 'progress' || view === 'retrospectives')
    return { view, teamId, processId };
  return { view: 'storyboard', teamId, processId };
}

function join(...parts: (string | null)[]): string {
  return `#/${parts
    .filter((part) => part !== null && part !== '')
    .map((part) => encodeURIComponent(part ?? ''))
    .join('/')}`;
}

class Router {
  route = $state.raw<Route>(fromHash(globalThis.location?.hash ?? ''));

  /** Follows the address. Returns the way to stop. */
  start(): () => void {
    const follow = () => {
      this.route = fromHash(location.hash);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }

  /** Back to the start, unless somebody has gone elsewhere since the address was this one. */
  startAgain(address: string): void {
    if (location.hash === address) this.go({ view: 'welcome' });
  }

  go(route: Route): void {
    // At once, not with the event that the address sends later: what asks in between must not go
    // elsewhere.
    this.route = route;
    location.hash = toHash(route);
  }
}

export const router = new Router();
