// What is shown of a certificate is read from what Node gives, which lacks fields more often than its types say.
import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PeerCertificate } from 'node:tls';
import { certificateFacts, certificatePlaceholders } from '#electron/executor/certificate-facts.ts';
import { makeCertificates } from '../../../support/servers/certificates.ts';

describe('The facts of a certificate', () => {
  let certificate: PeerCertificate;

  beforeAll(() => {
    // The same object that a TLS socket gives for this certificate.
    certificate = new X509Certificate(makeCertificates().server.cert).toLegacyObject();
  });

  it('are its names, its issuer and its time', () => {
    expect(certificateFacts(certificate)).toEqual({
      subject: 'Test server',
      issuer: 'Test authority',
      names: ['a.test', 'b.test', 'www.a.test', 'localhost', '127.0.0.1'],
      validFrom: 'Jan  1 00:00:00 2000 GMT',
      validTo: 'Jan  1 00:00:00 2099 GMT',
      sha256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    });
  });

  it('are none before a server showed one', () => {
    expect(certificateFacts(null)).toBeNull();
    expect(certificateFacts({} as PeerCertificate)).toBeNull();
  });

  it('name an issuer without a common name by its organisation, and one without a name at all', () => {
    const named = (issuer: object) => certificateFacts({ ...certificate, issuer } as PeerCertificate)?.issuer;
    expect(named({ O: 'Acme' })).toBe('Acme');
    expect(named({ CN: ['First', 'Second'] })).toBe('First');
    expect(named({})).toBe('an unnamed authority');
  });

  it('take the subject where no names are listed', () => {
    const { subjectaltname: _, ...plain } = certificate;
    expect(certificateFacts(plain as PeerCertificate)?.names).toEqual(['Test server']);
  });

  it('fill a sentence only where there is a certificate', () => {
    expect(certificatePlaceholders(null)).toEqual({});
    expect(certificatePlaceholders(certificateFacts(certificate))).toMatchObject({
      issuer: 'Test authority',
    });
  });
});
