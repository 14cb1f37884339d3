import '../styles/index.css';
import App from '$app/App.svelte';
import { connect } from '$lib/api/client';
import { theme } from '$lib/state/theme.svelte';
import { mount } from 'svelte';
import { noProgress, serveProgress, toilProgress } from './progress';
import { serve, type StepState } from './step';
import { memoryBoard } from './memory-board';
import { emptyBoard, sellerPortal } from './seller-portal';

// For looking at the window without the core: `npm run dev`, then
// /pictures.html?board=empty&theme=dark
const wanted = new URLSearchParams(location.search);
const dark = wanted.get('theme') === 'dark';
const board = memoryBoard(
  wanted.get('board') === 'empty' ? emptyBoard : sellerPortal,
  dark ? 'dark' : 'light',
);
serve(board, (wanted.get('step') ?? 'running') as StepState);
connect(serveProgress(board, wanted.get('board') === 'empty' ? noProgress : toilProgress));
theme.start();
location.hash ||= '#/team/team_1/storyboard';

const target = document.getElementById('app');
if (target) mount(App, { target });
