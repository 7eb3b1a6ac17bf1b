const NODE_WIDTH = 250;
const NODE_HEIGHT = 72;
const LABEL_CHARACTER_WIDTH = 6.4;
const LABEL_MOST_CHARACTERS = 26;

export const shortened = (label) =>
  label.length > LABEL_MOST_CHARACTERS ? `${label.slice(0, LABEL_MOST_CHARACTERS - 1)}…` : label;

/** Places for boxes and arrows, top to bottom; dagre decides. */
export function layout(nodes, edges) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 36, ranksep: 40, edgesep: 28, marginx: 12, marginy: 12 });
  nodes.forEach((node) => graph.setNode(node.id, { width: NODE_WIDTH, height: NODE_HEIGHT }));
  edges.forEach((edge, at) => {
    const width = edge.label ? shortened(edge.label).length * LABEL_CHARACTER_WIDTH + 58 : 0;
    graph.setEdge(edge.from, edge.to, { width, height: edge.label ? 24 : 0, labelpos: "c" }, String(at));
  });
  dagre.layout(graph);
  const { width, height } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(node.id);
      return { ...node, left: x - NODE_WIDTH / 2, top: y - NODE_HEIGHT / 2, width: NODE_WIDTH, height: NODE_HEIGHT };
    }),
    edges: edges.map((edge, at) => {
      const placed = graph.edge(edge.from, edge.to, String(at));
      const between = placed.points.slice(1, -1);
      const points = [bottomOf(graph.node(edge.from)), ...between, topOf(graph.node(edge.to))];
      return { ...edge, path: curve(points), labelX: placed.x, labelY: placed.y };
    }),
  };
}

const bottomOf = ({ x, y }) => ({ x, y: y + NODE_HEIGHT / 2 });
const topOf = ({ x, y }) => ({ x, y: y - NODE_HEIGHT / 2 });

/** A line through the points that leaves and arrives vertically and bends softly in between. */
function curve(points) {
  const [first, ...rest] = points;
  let path = `M${first.x},${first.y}`;
  let before = first;
  rest.forEach((point) => {
    const middle = (before.y + point.y) / 2;
    path += ` C${before.x},${middle} ${point.x},${middle} ${point.x},${point.y}`;
    before = point;
  });
  return path;
}
