/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.slice;

import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;

@DataJpaTest
class DataJpaSliceTests extends SliceDatabase {}
