import '../styles/index.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from '$lib/api/client';
import { tauriTransport } from '$lib/api/transport.tauri';
import { theme } from '$lib/state/theme.svelte';

connect(tauriTransport);
theme.start();
document.documentElement.lang = 'en';

const target = document.getElementById('app');
if (target) mount(App, { target });
