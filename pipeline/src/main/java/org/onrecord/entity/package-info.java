/** Names and who they stand for: recognition, clustering within the article, roles and affiliations. */
@NullMarked
package org.onrecord.entity;

import org.jspecify.annotations.NullMarked;
