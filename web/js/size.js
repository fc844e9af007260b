// The size of the stage: one place, so that every reported height is a function of the width alone.

const clamp = (v, low, high) => Math.min(Math.max(v, low), high);

/** upright reports whether time runs downwards at this width. */
export const upright = (width) => width < 640;

/**
 * stageHeight is the height of the stage in CSS pixels. room is the height that the window leaves for
 * it at top level, and 0 inside a frame, where the height must never follow the window's: the host
 * sets the frame's height from ours, and the two would chase each other.
 */
export function stageHeight(width, room) {
  if (upright(width)) {
    return room > 0 ? clamp(room, 560, Math.max(560, Math.round(2.2 * width))) : clamp(Math.round(1.75 * width), 560, 900);
  }
  return room > 0 ? clamp(room, 440, Math.max(440, Math.round(0.7 * width))) : clamp(Math.round(0.5625 * width), 440, 1080);
}
