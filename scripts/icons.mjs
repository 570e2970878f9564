/**
 * Makes the PNG icons in public/ from public/icon.svg: `node scripts/icons.mjs`. To be run when the drawing changes; the
 * results are in the repository, so that building the page needs no browser.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { launch } from "../tests/browser/support/engines.mjs";

const PUBLIC = fileURLToPath(new URL("../public/", import.meta.url));
const svg = readFileSync(`${PUBLIC}icon.svg`, "utf8");

/** Of a maskable icon a system may cut off all but a circle of 80 %; the drawing stays within. */
const KINDS = [
  { name: "icon-192", size: 192, share: 1, ground: "" },
  { name: "icon-512", size: 512, share: 1, ground: "" },
  { name: "icon-maskable", size: 512, share: 0.7, ground: "#fff" },
];

/** The colours of the drawing, as [red, green, blue, opacity], and steps between them for smooth edges. */
const [BLUE, WHITE, NOTHING] = [[0, 23, 193, 255], [255, 255, 255, 255], [0, 23, 193, 0]];
const STEPS = 8;
const PALETTE = [WHITE, NOTHING].flatMap((other, half) =>
  Array.from({ length: STEPS + 1 - half }, (_, step) => BLUE.map((part, i) => Math.round(part + ((other[i] - part) * (step + half)) / STEPS))),
);

/** Runs in the page: the pixels of the drawing. */
async function draw(url, { size, share, ground }, done) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const context = canvas.getContext("2d");
  context.fillStyle = ground || "transparent";
  context.fillRect(0, 0, size, size);
  const [side, edge] = [size * share, (size * (1 - share)) / 2];
  context.drawImage(image, edge, edge, side, side);
  done([...context.getImageData(0, 0, size, size).data]);
}

/** The colour of the palette that looks most like a pixel. */
function nearest([...pixel]) {
  const seen = (color) => [...color.slice(0, 3).map((part) => (part * color[3]) / 255), color[3]];
  const distance = (color) => seen(color).reduce((sum, part, i) => sum + (part - seen(pixel)[i]) ** 2, 0);
  return PALETTE.reduce((best, color, i) => (distance(color) < distance(PALETTE[best]) ? i : best), 0);
}

/** A PNG with a palette: a third of what a browser writes. @param {number[]} pixels @param {number} size */
function png(pixels, size) {
  const known = new Map();
  const index = (at) => {
    const pixel = pixels.slice(at, at + 4);
    const key = pixel.join();
    if (!known.has(key)) known.set(key, nearest(pixel));
    return known.get(key);
  };
  const rows = Buffer.alloc((size + 1) * size);
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) rows[y * (size + 1) + x + 1] = index((y * size + x) * 4);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 3, 0, 0, 0], 8); // 8 bits, palette
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(PALETTE.flatMap((color) => color.slice(0, 3)))),
    chunk("tRNS", Buffer.from(PALETTE.map((color) => color[3]))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const engine = await launch("chromium");
try {
  await engine.driver.get("data:text/html,");
  // Without a size of its own a drawing has none to be drawn in.
  const sized = svg.replace("<svg ", '<svg width="512" height="512" ');
  for (const kind of KINDS) {
    const pixels = await engine.driver.executeAsyncScript(draw, `data:image/svg+xml;base64,${Buffer.from(sized).toString("base64")}`, kind);
    writeFileSync(`${PUBLIC}${kind.name}.png`, png(pixels, kind.size));
  }
} finally {
  await engine.stop();
}
