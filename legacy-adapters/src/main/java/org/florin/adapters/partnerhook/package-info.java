/**
 * Asks partners over HTTPS, signed as Standard Webhooks 1.0 says. Nothing a partner sends can lead
 * us elsewhere: no redirect is followed, no address inside is called, and an answer is at most a
 * few kilobytes of one form.
 */
@NullMarked
package org.florin.adapters.partnerhook;

import org.jspecify.annotations.NullMarked;
