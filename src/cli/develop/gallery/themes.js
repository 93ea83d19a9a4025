/**
 * Teams' three themes as host configurations. The colours come from public documentation of its design system (light
 * and dark) and its high contrast theme. A client may differ a little, but it must have the same contrast.
 */
const themes = (() => {
  const colours = (background, foreground) => ({
    backgroundColor: background,
    foregroundColors: Object.fromEntries(
      Object.entries(foreground).map(([name, [normal, subtle]]) => [
        name,
        { default: normal, subtle: subtle ?? normal },
      ]),
    ),
  });
  const theme = (vars, boxes, foreground) => ({
    vars,
    hostConfig: {
      fontFamily: 'inherit',
      fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
      lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
      spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
      separator: { lineThickness: 1, lineColor: vars.line },
      supportsInteractivity: true,
      // The level below the gallery's own headings.
      textBlock: { headingLevel: 4 },
      containerStyles: Object.fromEntries(
        Object.entries({ default: vars.paper, ...boxes }).map(([name, background]) => [
          name,
          colours(background, foreground),
        ]),
      ),
      inputs: {
        label: {
          inputSpacing: 'none',
          requiredInputs: { suffix: ' *', color: 'default', weight: 'bolder' },
          optionalInputs: { weight: 'bolder' },
        },
      },
      actions: {
        maxActions: 6,
        spacing: 'default',
        buttonSpacing: 8,
        actionsOrientation: 'horizontal',
        actionAlignment: 'left',
        showCard: { actionMode: 'inline' },
      },
    },
  });
  return {
    light: theme(
      {
        scheme: 'light',
        canvas: '#f5f5f5',
        paper: '#ffffff',
        ink: '#242424',
        quiet: '#616161',
        line: '#e0e0e0',
        edge: '#8f8f8f',
        field: '#ffffff',
        accent: '#5b5fc7',
        primary: '#5b5fc7',
        'on-primary': '#ffffff',
        danger: '#c4314b',
      },
      { emphasis: '#f5f5f5', good: '#e7f2da', attention: '#fcf0f2', warning: '#fbf6d9', accent: '#e8ebfa' },
      {
        default: ['#242424', '#616161'],
        accent: ['#5b5fc7'],
        good: ['#237b4b'],
        warning: ['#835c00'],
        attention: ['#c4314b'],
      },
    ),
    dark: theme(
      {
        scheme: 'dark',
        canvas: '#1f1f1f',
        paper: '#292929',
        ink: '#ffffff',
        quiet: '#adadad',
        line: '#3d3d3d',
        edge: '#8a8a8a',
        field: '#1f1f1f',
        accent: '#9299f7',
        primary: '#5b5fc7',
        'on-primary': '#ffffff',
        danger: '#f9838f',
      },
      { emphasis: '#1f1f1f', good: '#0f3b1e', attention: '#431e25', warning: '#463100', accent: '#2f2f4a' },
      {
        default: ['#ffffff', '#adadad'],
        accent: ['#9299f7'],
        good: ['#92c353'],
        warning: ['#f8d22a'],
        attention: ['#f9838f'],
      },
    ),
    contrast: theme(
      {
        scheme: 'dark',
        canvas: '#000000',
        paper: '#000000',
        ink: '#ffffff',
        quiet: '#ffffff',
        line: '#ffffff',
        edge: '#ffffff',
        field: '#000000',
        accent: '#ffff01',
        primary: '#1aebff',
        'on-primary': '#000000',
        danger: '#ff8080',
      },
      { emphasis: '#000000', good: '#000000', attention: '#000000', warning: '#000000', accent: '#000000' },
      {
        default: ['#ffffff'],
        accent: ['#ffff01'],
        good: ['#3ff23f'],
        warning: ['#ffff01'],
        attention: ['#ff8080'],
      },
    ),
  };
})();
