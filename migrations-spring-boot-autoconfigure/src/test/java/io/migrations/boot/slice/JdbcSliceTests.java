/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.slice;

import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;

@JdbcTest
class JdbcSliceTests extends SliceDatabase {}
