import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, decodeLenient, encode, isProfileError } from '../src/index.ts';
import { anyProfile } from '../../../fixtures/generators/arbitrary-profile.ts';
import { profileContent } from './profile-content.ts';

test('what is encoded is what is decoded, compressed or not', () => {
  fc.assert(
    fc.property(anyProfile, fc.boolean(), (profile, compress) => {
      expect(profileContent(decode(encode(profile, { compress })))).toEqual(profileContent(profile));
    }),
    { numRuns: 300 },
  );
});

test('encoding what was decoded gives the same bytes each time', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      // The first round leaves out what nothing refers to.
      const bytes = encode(decode(encode(profile)), { compress: false });
      expect(encode(decode(bytes), { compress: false })).toEqual(bytes);
    }),
  );
});

test('lenient decoding of a valid profile repairs nothing', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const { profile: decoded, repairs } = decodeLenient(encode(profile));
      expect(repairs).toEqual([]);
      expect(profileContent(decoded)).toEqual(profileContent(profile));
    }),
  );
});

test('a profile does not change when its bytes do', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const bytes = encode(profile, { compress: false });
      const decoded = decode(bytes);
      bytes.fill(0xff);
      expect(profileContent(decoded)).toEqual(profileContent(profile));
    }),
  );
});

test('of a cut-off profile, decoding gives an error or a profile, and nothing else', () => {
  fc.assert(
    fc.property(anyProfile, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (profile, share) => {
      const bytes = encode(profile, { compress: false });
      try {
        // A cut between two fields can leave a valid profile; it must then be one that can be written and read.
        const decoded = decode(bytes.subarray(0, Math.floor(bytes.length * share)));
        expect(profileContent(decode(encode(decoded)))).toEqual(profileContent(decoded));
      } catch (error) {
        if (!isProfileError(error)) throw error;
      }
    }),
  );
});
