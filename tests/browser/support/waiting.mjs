/**
 * Waiting for what a slow machine does late. A wait that succeeds costs nothing, so all of them are long.
 */
import { AssertionError } from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

/** For how many milliseconds anything is waited for. */
export const PATIENCE = 30_000;

/**
 * Asks again until the answer is truthy.
 * @template T
 * @param {string} what for the message when it never is
 * @param {() => T | Promise<T>} ask
 * @param {number} [milliseconds]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask, milliseconds = PATIENCE) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${milliseconds} ms in vain for ${what}`);
    await sleep(25);
  }
}

/**
 * Asserts again until it holds: for what follows an action a moment later. In the end the last failure counts, which says
 * what was there. Not for "nothing happens": that holds at once.
 * @template T
 * @param {() => T | Promise<T>} assertion
 * @param {number} [milliseconds]
 * @returns {Promise<T>}
 */
export async function eventually(assertion, milliseconds = PATIENCE) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (!(error instanceof AssertionError) || Date.now() > deadline) throw error;
    }
    await sleep(25);
  }
}
