/** Every record that crosses a public topic, the topics' names, keys and serdes. Nothing else. */
@NullMarked
package io.newsfold.contract;

import org.jspecify.annotations.NullMarked;
