// The painter for browsers without a usable GPU: replays the program's list of numbers on a 2D canvas.
// The list is described in viz/render/canvas2d/doc.go.
import {make} from './dom.js';

/** painter2d puts a canvas on the stage and returns what the program needs to draw on it: room and draw. */
export function painter2d(stage) {
  const canvas = make('canvas', {'aria-hidden': 'true'});
  // willReadFrequently keeps the canvas off the GPU. There is none worth the name, and where one is imitated
  // in software, Chromium takes 200 ms a frame through it and 16 without.
  const to = canvas.getContext('2d', {alpha: false, willReadFrequently: true});
  const glyphs = []; // outlines by number, each a Path2D in its own units
  let list = new Float32Array(0);
  let length = 0;
  // A browser short of memory takes the canvas away and gives it back empty.
  canvas.addEventListener('contextrestored', () => paint(to, glyphs, list.subarray(0, length)));
  return {
    room(bytes) {
      list = new Float32Array(Math.ceil(bytes / 4));
      return new Uint8Array(list.buffer);
    },
    draw(n) {
      length = n;
      const [width, height] = list;
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, {width, height});
      paint(to, glyphs, list.subarray(0, n));
      if (!canvas.parentNode) stage.prepend(canvas); // not before it shows something: it would be black
    },
  };
}

function paint(to, glyphs, list) {
  to.setTransform(1, 0, 0, 1, 0, 0);
  to.fillStyle = color(list[2]);
  to.fillRect(0, 0, list[0], list[1]);
  to.lineJoin = 'miter';
  to.miterLimit = 4;
  for (let i = 3; i < list.length;) {
    switch (list[i]) {
      case 1:
        to.fillStyle = color(list[i + 1]);
        i = trace(to, list, i + 3, list[i + 2]);
        to.fill();
        break;
      case 2:
        to.strokeStyle = color(list[i + 1]);
        to.lineWidth = list[i + 2];
        to.lineCap = list[i + 3] ? 'round' : 'butt';
        i = trace(to, list, i + 5, list[i + 4]);
        to.stroke();
        break;
      case 3:
        i = write(to, glyphs, list, i);
        break;
      case 4: {
        const from = i + 3;
        i = from + list[i + 2];
        glyphs[list[from - 2]] = outline(list.subarray(from, i));
        break;
      }
      default:
        throw new Error(`no command ${list[i]} at ${i}`);
    }
  }
}

// Colours repeat from frame to frame, and a number is quicker to look up than to write in hexadecimal.
const colors = new Map();

function color(rgb) {
  let text = colors.get(rgb);
  if (text === undefined) {
    text = '#' + rgb.toString(16).padStart(6, '0');
    colors.set(rgb, text);
  }
  return text;
}

// trace makes a path of contours and returns where the list goes on.
function trace(to, list, i, contours) {
  to.beginPath();
  for (; contours > 0; contours--) {
    const n = list[i++];
    const end = i + 2 * Math.abs(n);
    to.moveTo(list[i], list[i + 1]);
    for (i += 2; i < end; i += 2) to.lineTo(list[i], list[i + 1]);
    if (n < 0) to.closePath();
  }
  return i;
}

// write fills a run of glyphs and returns where the list goes on.
function write(to, glyphs, list, i) {
  to.fillStyle = color(list[i + 1]);
  const [a, b, c, d] = list.subarray(i + 2, i + 6);
  const end = i + 7 + 3 * list[i + 6];
  for (i += 7; i < end; i += 3) {
    to.setTransform(a, b, c, d, list[i + 1], list[i + 2]);
    to.fill(glyphs[list[i]]);
  }
  to.setTransform(1, 0, 0, 1, 0, 0);
  return i;
}

function outline(list) {
  const path = new Path2D();
  for (let i = 0; i < list.length;) {
    switch (list[i]) {
      case 0:
        path.moveTo(list[i + 1], list[i + 2]);
        i += 3;
        break;
      case 1:
        path.lineTo(list[i + 1], list[i + 2]);
        i += 3;
        break;
      default:
        path.quadraticCurveTo(list[i + 1], list[i + 2], list[i + 3], list[i + 4]);
        i += 5;
    }
  }
  return path;
}
