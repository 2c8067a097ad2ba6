/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.slice;

import org.mybatis.spring.boot.test.autoconfigure.MybatisTest;

@MybatisTest
class MybatisSliceTests extends SliceDatabase {}
