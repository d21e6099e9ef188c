import { instance } from '@viz-js/viz';

/**
 * Colours follow the reader's own setting, where the picture stands alone as on the pages of the site. Letters are
 * smaller than the boxes were made for: fonts differ, and none may run out of its box.
 */
const css = `
text { fill: #18211f; font-family: Helvetica, Arial, system-ui, sans-serif; font-size: 11.7px; }
.state path, .state polygon { fill: #f6f8f7; stroke: #8b9a96; }
.end path { fill: #e6f2ef; stroke: #0f6b5c; }
.outside path { fill: #0f6b5c; stroke: #0f6b5c; }
.outside text { fill: #ffffff; }
.start ellipse { fill: #0f6b5c; stroke: #0f6b5c; }
.move path, .kept path { stroke: #6b7a76; }
.move polygon, .kept polygon { fill: #6b7a76; stroke: #6b7a76; }
.move text { fill: #56635f; font-size: 10.5px; }
@media (prefers-color-scheme: dark) {
  text { fill: #e4ebe8; }
  .state path, .state polygon { fill: #19211f; stroke: #61716c; }
  .end path { fill: #16302a; stroke: #6fd3bd; }
  .outside path { fill: #6fd3bd; stroke: #6fd3bd; }
  .outside text { fill: #111715; }
  .start ellipse { fill: #6fd3bd; stroke: #6fd3bd; }
  .move path, .kept path { stroke: #8b9a96; }
  .move polygon, .kept polygon { fill: #8b9a96; stroke: #8b9a96; }
  .move text { fill: #9fb0ab; }
}
`;

export type Drawing = { readonly graph: string; readonly title: string; readonly words: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A drawing of a graph: with its title, with its words for whoever cannot see it, and in the reader's colours. */
export const svgOf = async ({ graph, title, words }: Drawing): Promise<string> => {
  const viz = await instance();
  const drawn = viz.renderString(graph, { format: 'svg' });
  const body = drawn
    .slice(drawn.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    // The tooltips are the names of nodes and edges inside the graph, which say nothing to a reader.
    .replace(/<title>[\s\S]*?<\/title>\n?/g, '')
    .replace(/ font-(family|size)="[^"]*"/g, '')
    .replace(/(width|height)="(\d+)pt"/g, (_, name: string, points: string) => `${name}="${points}"`)
    .replace(/\n+/g, '\n');
  const told = `<title id="title">${escaped(title)}</title>
<desc id="words">${escaped(words)}</desc>
<style>${css}</style>
`;
  return body.replace(/<svg ([^>]*)>\n?/, (_, attributes: string) => {
    return `<svg role="img" aria-labelledby="title words" ${attributes}>\n${told}`;
  });
};
