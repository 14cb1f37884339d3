import '../styles/index.css';
import { mount } from 'svelte';
import App from './App.svelte';
import Projection from './Projection.svelte';
import { connect } from '$lib/api/client';
import { tauriTransport } from '$lib/api/transport.tauri';
import { theme } from '$lib/state/theme.svelte';

connect(tauriTransport);
theme.start();
document.documentElement.lang = 'en';

const target = document.getElementById('app');
const projected = /^#\/projection\/([^/]+)$/.exec(location.hash)?.[1];
if (target && projected) mount(Projection, { target, props: { retrospectiveId: projected } });
else if (target) mount(App, { target });
