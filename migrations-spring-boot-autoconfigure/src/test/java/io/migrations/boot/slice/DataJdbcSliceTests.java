/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.slice;

import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;

@DataJdbcTest
class DataJdbcSliceTests extends SliceDatabase {}
