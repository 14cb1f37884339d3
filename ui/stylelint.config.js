/** Where a screen changes its form, and nowhere else: it is looked at on either side of each. */
const WIDTHS = [
  '640px', // 1280 at twice the zoom: one column
  '900px', // the storyboard's regions stand below each other, tables become forms
  '1100px', // the sidebar folds
  '1340px', // the sidebar and its like are narrower
];
const HEIGHTS = [
  '560px', // 1080 at twice the zoom: the page scrolls
  '780px', // 720: what explains goes, cells are denser
  '1000px', // 780 in room size
];

const SPACING = '/^(margin|padding|gap|row-gap|column-gap)/';
const LENGTHS = ['px', 'rem', 'pt', 'cm'];
const WHOLE = ['inherit', 'initial', 'unset'];
const COLOURS = ['rgb', 'rgba', 'hsl', 'hsla', 'lab', 'lch', 'oklab', 'oklch'];

/** Sizes, weights, times and colours come from `styles/tokens.css`; here is what holds that. */
/** @type {import('stylelint').Config} */
export default {
  plugins: ['stylelint-value-no-unknown-custom-properties'],
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'declaration-property-unit-disallowed-list': [
      {
        [SPACING]: LENGTHS,
        '/radius$/': LENGTHS,
        '/^font(-size)?$/': [...LENGTHS, 'em'],
        '/^(transition|animation)/': ['ms', 's'],
      },
      { message: (property) => `${property} takes its measure from a token (styles/tokens.css).` },
    ],
    'declaration-property-value-allowed-list': [
      {
        'font-weight': ['/^var\\(--w-/', ...WHOLE],
        'z-index': ['/^var\\(--z-/', ...WHOLE],
        font: ['/^var\\(--w-[a-z]+\\) var\\(--t-/', ...WHOLE],
      },
      { message: (property) => `${property} is a token (styles/tokens.css).` },
    ],
    'csstools/value-no-unknown-custom-properties': [
      true,
      { importFrom: ['src/styles/tokens.css'] },
    ],
    'media-feature-name-allowed-list': [
      ['max-width', 'max-height', 'forced-colors', 'hover', 'prefers-reduced-motion'],
      { message: 'A screen is drawn wide and high, and changes by max-width and max-height.' },
    ],
    'media-feature-name-value-allowed-list': [
      { 'max-width': WIDTHS, 'max-height': HEIGHTS },
      { message: (feature) => `${feature} is one of the steps in stylelint.config.js.` },
    ],
    'color-named': 'never',
    'color-no-hex': true,
    'function-disallowed-list': [COLOURS, { message: 'A colour is a token (styles/tokens.css).' }],
  },
  overrides: [
    { files: ['**/*.svelte'], customSyntax: 'postcss-html' },
    {
      files: ['src/styles/tokens.css', 'src/styles/print.css'],
      rules: { 'color-no-hex': null, 'function-disallowed-list': null },
    },
  ],
};
